// A voice note spoken on the page: record, listen, do it anew. What was recorded is put into the chooser that data-chooser names, and goes
// the way of every file. It shows itself only where the browser can; nothing is kept or sent before somebody says so.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

export function attach(section) {
  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return;
  const chooser = document.getElementById(section.dataset.chooser);
  const [record, stop, again] = ["record", "stop", "again"].map((name) => section.querySelector(`[data-${name}]`));
  const said = section.querySelector("[data-said]");
  const listen = section.querySelector("audio");
  const words = section.dataset;
  section.hidden = false;

  function show(button, text) {
    for (const one of [record, stop, again]) one.hidden = one !== button;
    said.textContent = text;
  }

  function put(parts, type) {
    const kind = type.split(";")[0];
    const note = new File(parts, `${words.name}.${kind === "audio/mp4" ? "m4a" : kind.split("/")[1]}`, { type: kind });
    const chosen = new DataTransfer();
    chosen.items.add(note);
    chooser.files = chosen.files;
    URL.revokeObjectURL(listen.src);
    listen.src = URL.createObjectURL(note);
    listen.hidden = false;
    show(again, words.recorded);
    listen.focus();
  }

  async function begin() {
    listen.hidden = true;
    let microphone;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (refusal) {
      return show(record, refusal.name === "NotFoundError" ? words.noMicrophone : words.refused);
    }
    const recorder = new MediaRecorder(microphone, { mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      for (const track of microphone.getTracks()) track.stop();
      put(parts, recorder.mimeType);
    };
    stop.onclick = () => recorder.stop();
    recorder.start(1000);
    show(stop, words.recording);
    stop.focus();
  }

  record.addEventListener("click", begin);
  again.addEventListener("click", begin);
}
