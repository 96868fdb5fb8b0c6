// Asks where a link leads. It lies outside the form, which Enter would otherwise send.
const SCHEME = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;

function completed(typed) {
  const address = typed.trim();
  if (SCHEME.test(address)) return address;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s:/@]+\.[a-z]{2,}([/?#]\S*)?$/i.test(address) ? `https://${address}` : "";
}

class LinkDialog {
  constructor(id) {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "portal-dialog";
    this.dialog.setAttribute("aria-labelledby", `${id}-link-label`);
    this.dialog.innerHTML = `<form method="dialog" novalidate>
      <label class="govuk-label govuk-label--s" for="${id}-link">Web or email address</label>
      <p class="govuk-error-message" hidden id="${id}-link-error"><span class="govuk-visually-hidden">Error:</span>
        Enter an address, like https://www.council.example or name@council.example</p>
      <input class="govuk-input" id="${id}-link" type="text" inputmode="url" autocomplete="off" spellcheck="false">
      <div class="govuk-button-group portal-dialog__buttons">
        <button class="govuk-button" value="save">Save the link</button>
        <button class="govuk-button govuk-button--secondary" type="button" value="remove">Remove the link</button>
        <button class="govuk-button govuk-button--secondary" type="button" value="cancel">Cancel</button>
      </div></form>`;
    this.dialog.querySelector("label").id = `${id}-link-label`;
    this.input = this.dialog.querySelector("input");
    this.error = this.dialog.querySelector(".govuk-error-message");
    document.body.append(this.dialog);
    this.dialog.querySelector("form").addEventListener("submit", (event) => this.submit(event));
    for (const button of this.dialog.querySelectorAll("[type=button]"))
      button.addEventListener("click", () => this.dialog.close(button.value));
  }

  // The address, an empty one to take the link away, or null
  ask(href) {
    this.input.value = href;
    this.tell(false);
    this.dialog.querySelector("[value=remove]").hidden = !href;
    this.dialog.returnValue = "";
    this.dialog.showModal();
    this.input.select();
    return new Promise((resolve) => {
      this.dialog.addEventListener("close", () => resolve(this.answer()), { once: true });
    });
  }

  answer() {
    if (this.dialog.returnValue === "remove") return "";
    return this.dialog.returnValue === "save" ? completed(this.input.value) : null;
  }

  submit(event) {
    event.preventDefault();
    if (completed(this.input.value)) {
      this.dialog.close("save");
      return;
    }
    this.tell(true);
    this.input.focus();
  }

  tell(isWrong) {
    this.error.hidden = !isWrong;
    this.input.classList.toggle("govuk-input--error", isWrong);
    if (isWrong) this.input.setAttribute("aria-describedby", this.error.id);
    else this.input.removeAttribute("aria-describedby");
  }
}

export { LinkDialog };
