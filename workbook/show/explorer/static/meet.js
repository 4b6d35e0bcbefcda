const e=r=>window.workbookExplorer.render(r);var o={render:e};export{o as default};
