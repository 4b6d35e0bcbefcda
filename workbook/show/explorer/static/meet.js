const e=({model:o})=>window.workbookExplorer.meet(o);var i={initialize:e};export{i as default};
