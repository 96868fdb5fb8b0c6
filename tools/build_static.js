// Builds static/build from static/src and the installed packages: styles, two script modules, fonts, images.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const source = join(root, "static", "src");
const finished = join(root, "static", "build");
// Elsewhere first: whatever reads the styles while they are built, a test or a check, finds the former ones whole
const build = `${finished}.new`;
const former = `${finished}.old`;

const WEIGHTS = ["latin-400-normal", "latin-600-normal", "latin-400-italic", "latin-600-italic",
  "latin-ext-400-normal", "latin-ext-600-normal", "latin-ext-400-italic", "latin-ext-600-italic"];
// PDFs get the whole font: from the subsets WeasyPrint would take one letter for another (both are "Source Sans 3").
const PDF_FONTS = ["Regular", "Semibold", "It", "SemiboldIt"];
// For pages and posters in languages of other letters
const LETTERS = [["vazirmatn", "arabic"], ["noto-sans-ethiopic", "ethiopic"]];

function buildStyles() {
  const sass = spawnSync(process.execPath, [join(packages, "sass", "sass.js"), "--style=compressed",
    "--no-source-map", "--no-error-css", "--quiet-deps", `--load-path=${packages}`, `${source}:${build}`], { stdio: "inherit" });
  if (sass.status !== 0) throw new Error("The styles did not compile: see the message above.");
}

function copyFonts() {
  const fonts = join(packages, "@fontsource", "source-sans-3");
  mkdirSync(join(build, "fonts"), { recursive: true });
  for (const name of WEIGHTS)
    cpSync(join(fonts, "files", `source-sans-3-${name}.woff2`), join(build, "fonts", `source-sans-3-${name}.woff2`));
  cpSync(join(fonts, "LICENSE"), join(build, "fonts", "LICENSE.txt"));
  for (const name of PDF_FONTS)
    cpSync(join(packages, "source-sans", "TTF", `SourceSans3-${name}.ttf`), join(build, "fonts", `SourceSans3-${name}.ttf`));
  LETTERS.forEach(copyLetters);
}

function copyLetters([name, script]) {
  const from = join(packages, "@fontsource", name);
  for (const weight of [400, 600])
    cpSync(join(from, "files", `${name}-${script}-${weight}-normal.woff2`),
      join(build, "fonts", `${name}-${script}-${weight}.woff2`));
  cpSync(join(from, "LICENSE"), join(build, "fonts", `LICENSE-${name}.txt`));
}

// One file, so that a page needs one request: each module once, in a scope of its own, after what it imports.
function joinModules(path, seen = new Set()) {
  if (seen.has(path)) return "";
  seen.add(path);
  const text = readFileSync(path, "utf8");
  const imported = [...text.matchAll(/^import .* from ["'](.+)["'];$/gm)].map((match) => match[1]);
  const before = imported.map((name) => joinModules(located(name, path), seen)).join("");
  const names = text.match(/^export (\{.*\});$/m)?.[1] ?? "{}";
  const body = text.replace(/^(import|export) .*$|^\/\/# sourceMappingURL.*$/gm, "").replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "");
  return `${before}const ${names} = (() => {\n${body.replace(/\n{2,}/g, "\n").trim()}\nreturn ${names};\n})();\n`;
}

function located(name, from) {
  return name.startsWith(".") ? resolve(dirname(from), name) : join(packages, name);
}

for (const rest of [build, former]) rmSync(rest, { recursive: true, force: true });
mkdirSync(build, { recursive: true });
buildStyles();
copyFonts();
const licence = "/* govuk-frontend: Copyright (c) Crown Copyright (Government Digital Service), MIT licence */\n";
writeFileSync(join(build, "portal.js"), licence + joinModules(join(source, "js", "portal.js")));
writeFileSync(join(build, "rich-text.js"), joinModules(join(source, "js", "rich-text.js")));
cpSync(join(source, "images"), join(build, "images"), { recursive: true });
if (existsSync(finished)) renameSync(finished, former);
renameSync(build, finished);
rmSync(former, { recursive: true, force: true });
