// Reads what stands before it aloud, with voices that live on this device: nothing of it leaves it. It begins only when somebody presses,
// goes on from the paragraph at which it was paused, and shows itself only where the browser can speak.
let silence = () => {};

export function attach(box) {
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
  const [read, pause, on, stop] = ["read", "pause", "on", "stop"].map((name) => box.querySelector(`[data-${name}]`));
  const said = box.querySelector("[role=status]");
  let parts = [];
  let at = 0;
  box.hidden = false;

  function show(buttons, text = "") {
    const held = box.contains(document.activeElement);
    for (const one of [read, pause, on, stop]) one.hidden = !buttons.includes(one);
    said.textContent = text;
    if (held) buttons[0].focus();
  }

  function end() {
    silence = () => {};
    at = 0;
    show([read], parts.some(({ voice }) => !voice) ? box.dataset.noVoice : "");
  }

  function speak() {
    while (at < parts.length && !parts[at].voice) at += 1;
    if (at >= parts.length) return end();
    const { text, voice } = parts[at];
    const words = new SpeechSynthesisUtterance(text);
    [words.voice, words.lang] = [voice, voice.lang];
    let mine = true;
    const next = () => {
      if (!mine) return;
      mine = false;
      at += 1;
      speak();
    };
    words.onend = next;
    words.onerror = next;
    silence = (buttons = [read]) => {
      mine = false;
      silence = () => {};
      speechSynthesis.cancel();
      show(buttons);
    };
    speechSynthesis.speak(words);
  }

  read.addEventListener("click", async () => {
    silence();
    const voices = await ownVoices();
    parts = paragraphs(box.previousElementSibling).map((part) => ({ ...part, voice: voiceFor(part.language, voices) }));
    at = 0;
    if (parts.some(({ voice }) => voice)) show([pause, stop]);
    speak();
  });
  pause.addEventListener("click", () => silence([on, stop]));
  on.addEventListener("click", () => {
    silence();
    show([pause, stop]);
    speak();
  });
  stop.addEventListener("click", () => {
    silence();
    end();
    said.textContent = "";
  });
  addEventListener("pagehide", () => silence());
}

// Each paragraph as a screen reader would say it, in its own language.
function paragraphs(element) {
  return [...element.querySelectorAll("p, .letter-title")]
    .map((one) => {
      const plain = one.cloneNode(true);
      for (const mute of plain.querySelectorAll("[aria-hidden]")) mute.replaceWith(", ");
      return { text: plain.textContent.trim().replace(/\s+/g, " ").replaceAll(" ,", ","), language: one.closest("[lang]").lang };
    })
    .filter(({ text }) => text);
}

// Some browsers know their voices only after a moment. One that would send the words to a server is not among them.
async function ownVoices() {
  if (!speechSynthesis.getVoices().length) {
    await new Promise((resolve) => {
      speechSynthesis.addEventListener?.("voiceschanged", resolve, { once: true });
      setTimeout(resolve, 1000);
    });
  }
  return speechSynthesis.getVoices().filter((voice) => voice.localService);
}

function voiceFor(language, voices) {
  const plain = (tag) => tag.toLowerCase().replace("_", "-");
  const near = voices.filter((voice) => plain(voice.lang).split("-")[0] === plain(language).split("-")[0]);
  return near.find((voice) => plain(voice.lang) === plain(language)) ?? near.find((voice) => voice.default) ?? near[0];
}
