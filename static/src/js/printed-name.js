// Shows how a name will be printed while it is typed. Without scripts a button asks for the same.
const PAUSE = 250; // milliseconds without a key

class PrintedName {
  static moduleName = "portal-printed-name";

  constructor(form) {
    this.form = form;
    this.shown = form.querySelector("#printed");
    form.querySelector("button[name=way]").remove();
    form.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.ask(), PAUSE);
    });
  }

  async ask() {
    const names = ["title", "initials", "first_name", "surname", "honours", "print_name"];
    const typed = new URLSearchParams(names.map((name) => [name, this.form.elements[name].value]));
    const answer = await fetch(`${this.form.dataset.address}?${typed}`, { headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) this.shown.innerHTML = await answer.text();
  }
}

export { PrintedName };
