// Voilà's own program, begun when the page wants it: it brings the kernel's widget.

// What stands in the page about its kernel, once that is there.
export function readConfig() {
  const config = document.getElementById("jupyter-config-data");
  return config && JSON.parse(config.textContent);
}

// Loads Voilà's program.
export function loadVoila() {
  return new Promise((done, fail) => {
    awaitLoad();
    const script = document.createElement("script");
    Object.assign(script, { src: `${readConfig().fullStaticUrl}/voila.js`, onload: done, onerror: fail });
    document.body.append(script);
  });
}

// Voilà's program begins when the page has loaded; this page has done so before.
function awaitLoad() {
  const add = window.addEventListener;
  window.addEventListener = function (type, listener, ...rest) {
    if (type !== "load" || document.readyState !== "complete") return add.call(this, type, listener, ...rest);
    setTimeout(listener);
  };
}

// Voilà's program calls this when its theme is there. What it would show stands in the page already, or will.
window.cellLoaded = true;
window.voila_finish = () => undefined;
