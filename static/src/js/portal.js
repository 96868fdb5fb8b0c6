// Makes pages smoother; every page works without it.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { ServiceNavigation } from "govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { AgendaOrder } from "./agenda-order.js";
import { Autosave } from "./autosave.js";
import { PackProgress } from "./pack-progress.js";
import { PrintedName } from "./printed-name.js";
import { SavedLines } from "./saved-lines.js";

// What is revealed is said by its place; "expanded" is no word for a radio button (ARIA 1.2)
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute("aria-expanded");
  }
}

// "Add another" without leaving the page; the server does the same where no script runs
class Rows {
  static moduleName = "portal-rows";

  constructor(element) {
    this.count = document.getElementById(element.dataset.count);
    this.template = element.querySelector("template");
    element.querySelector("button[name$='-add']").addEventListener("click", (event) => this.add(event));
  }

  add(event) {
    event.preventDefault();
    const number = Number(this.count.value);
    const row = document.createElement("div");
    row.innerHTML = this.template.innerHTML.replaceAll("__prefix__", number).replaceAll("__number__", number + 1);
    this.template.before(row);
    this.count.value = number + 1;
    start(row);
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }
}

// allauth says nothing when a browser refuses a passkey or the reader stops
class PasskeyTrouble {
  static moduleName = "portal-passkey-trouble";

  constructor(element) {
    document.addEventListener("allauth.error", (event) => {
      event.preventDefault();
      element.textContent = "";
      requestAnimationFrame(() => { element.textContent = element.dataset.text; });
    });
  }
}

// What the server is doing while its answer takes more than a moment
class Busy {
  static moduleName = "portal-busy";

  constructor(element) {
    element.closest("form").addEventListener("submit", () => {
      const bar = document.createElement("progress");
      bar.setAttribute("aria-hidden", "true");
      element.replaceChildren(element.dataset.text, bar);
    });
    window.addEventListener("pageshow", () => element.replaceChildren());
  }
}

const components = [AgendaOrder, Autosave, Busy, Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PackProgress, PasskeyTrouble, PasswordInput,
  PlainRadios, PrintedName, Rows, SavedLines, ServiceNavigation, SkipLink];

function start(scope) {
  for (const Component of components)
    for (const element of scope.querySelectorAll(`[data-module="${Component.moduleName}"]`)) new Component(element);
}

// A phone shows the rows of these as cards. Safari then forgets that they are a table, unless it is told.
const CARDS = ".portal-table--cards, .scorecard-table, .scorecard-history";
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

for (const table of document.querySelectorAll(CARDS))
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")])
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));

// Paper shows what is folded; afterwards it is folded as before
const folded = [];
addEventListener("beforeprint", () => {
  folded.push(...document.querySelectorAll("details:not([open])"));
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => { for (const details of folded.splice(0)) details.open = false; });

document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(document);
