// Lines that are saved one by one as soon as they are changed. The button saves them all where no script runs.
class SavedLines {
  static moduleName = "portal-saved-lines";

  constructor(form) {
    this.form = form;
    this.waiting = new Set();
    this.busy = null;
    form.addEventListener("change", (event) => this.changed(event.target.closest("[data-line]")));
    for (const box of form.querySelectorAll("[data-now]")) this.addNow(box);
  }

  addNow(box) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sitting-now";
    button.textContent = "Now";
    const line = box.closest("[data-line]");
    const name = line.querySelector("legend").firstChild.textContent.trim();
    button.setAttribute("aria-label", `${box.labels[0].textContent} now: ${name}`);
    button.addEventListener("click", () => this.now(line, box));
    box.after(button);
  }

  now(line, box) {
    const at = new Date();
    box.value = `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
    line.querySelector("input[type=radio][value=present]").checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  changed(line) {
    if (!line) return;
    this.waiting.add(line);
    if (!this.busy) this.busy = this.send();
  }

  // One after the other, so that a line's newer state never overtakes its older one
  async send() {
    while (this.waiting.size) {
      const [line] = this.waiting;
      this.waiting.delete(line);
      this.say(line, "Saving…");
      try {
        this.take(line, await this.post(line));
      } catch {
        this.say(line, "Not saved: there was no answer. Press the button that saves when you are online and signed in.", true);
      }
    }
    this.busy = null;
  }

  async post(line) {
    const data = new FormData();
    for (const [name, value] of new FormData(this.form))
      if (name === "csrfmiddlewaretoken" || name.startsWith(`${line.dataset.line}-`)) data.append(name, value);
    const headers = { Accept: "application/json" };
    const answer = await fetch(this.form.action, { method: "POST", body: data, headers, redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  take(line, answer) {
    const said = answer.lines[line.dataset.line];
    this.say(line, said ? said.text : "Saved", said?.is_problem);
    for (const name of ["version", "was"])
      if (said && name in said) this.form.elements[`${line.dataset.line}-${name}`].value = said[name];
    for (const [name, html] of Object.entries(answer.parts)) {
      const part = document.querySelector(`[data-part="${name}"]`);
      if (part && !part.contains(document.activeElement) && part.innerHTML.trim() !== html.trim()) part.innerHTML = html;
    }
  }

  say(line, text, isProblem = false) {
    const said = line.querySelector("[data-said]");
    said.setAttribute("role", "status");
    said.textContent = text;
    said.classList.toggle("sitting-said--problem", isProblem);
    line.classList.toggle("sitting-person--problem", isProblem);
  }
}

export { SavedLines };
