// Hands in texts and files one after the other and shows how far each is: while it is sent,
// while it waits, and while it is read.

export function bring(root) {
  const form = root.querySelector("form[data-add]");
  const drop = form.querySelector(".drop"), file = form.querySelector("input[type=file]");
  file.multiple = true;
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    handIn(form, [...event.dataTransfer.files]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    handIn(form, [...file.files]);
  });
}

async function handIn(form, files) {
  const text = form.elements.text.value.trim();
  const list = document.getElementById("jobs");
  const things = [...(text ? [null] : []), ...files];
  if (!things.length) {
    entry(list, "Nothing").say("There is neither a text nor a file.", "problem");
    return;
  }
  const bodies = things.map((file) => [file?.name ?? (form.elements.title.value || "The text"), body(form, file)]);
  form.elements.text.value = "";
  form.elements.file.value = "";
  for (const [name, data] of bodies) await follow(entry(list, name), data, form.action);
}

// body is the form for one text or one file, which comes last. What is known of a text is
// not known of files that are handed in with it.
function body(form, file) {
  const data = new FormData();
  for (const name of ["title", "source", "published", "url", "id"]) {
    if (form.elements[name].value) data.append(name, form.elements[name].value);
  }
  if (file) data.append("file", file, file.name);
  else data.append("text", form.elements.text.value);
  return data;
}

// follow sends a form and shows how far its job is until it ends.
async function follow(shown, data, address) {
  try {
    let job = await send(data, address, (share) => shown.far("Sending", share));
    while (job.state === "waiting" || job.state === "running") {
      shown.far(job.state === "waiting" ? "Waiting for its turn" : "Reading", job.bytes ? job.read / job.bytes : 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      job = await answer(await fetch(`/api/v1/jobs/${encodeURIComponent(job.id)}`));
    }
    shown.end(job);
  } catch (error) {
    shown.say(error.message, "problem");
  }
}

async function answer(response) {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(said.detail ?? `The server answered ${response.status}.`);
  return said;
}

// send posts a form by XMLHttpRequest, which alone says how much has been sent.
function send(data, address, far) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => far(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("error", () => reject(new Error("The server cannot be reached.")));
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(request.response);
      else reject(new Error(request.response?.detail ?? `The server answered ${request.status}.`));
    });
    request.send(data);
  });
}

// entry adds something to the list of what was handed in.
function entry(list, name) {
  const item = document.createElement("li");
  const title = document.createElement("div"), state = document.createElement("div");
  title.textContent = name;
  title.dir = "auto";
  item.append(title, state);
  list.prepend(item);
  const say = (text, kind = "") => {
    const p = document.createElement("p");
    p.textContent = text;
    p.className = kind;
    state.replaceChildren(p);
    return p;
  };
  return {
    say,
    far(what, share) {
      const bar = document.createElement("progress");
      bar.value = share;
      bar.setAttribute("aria-label", what);
      say(what);
      state.append(bar);
    },
    end(job) {
      say(ended(job), job.state === "failed" ? "problem" : "done");
      for (const id of job.documents ?? []) {
        const p = document.createElement("p"), a = document.createElement("a");
        a.href = `/document?id=${encodeURIComponent(id)}`;
        a.textContent = id;
        p.append(a);
        state.append(p);
      }
      for (const error of job.errors ?? []) {
        const p = document.createElement("p");
        p.textContent = error;
        p.className = "problem";
        state.append(p);
      }
    },
  };
}

function ended(job) {
  if (job.state === "failed") return "It could not be read.";
  if (!job.added && job.unchanged) return "The record has it already, as it is.";
  return `Read: ${job.added} ${job.added === 1 ? "document" : "documents"}, ${job.lines} ${job.lines === 1 ? "line" : "lines"}.`;
}
