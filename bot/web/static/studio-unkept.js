// Warning before an editor leaves a page with unsaved text.

const forms = [...document.querySelectorAll("form[data-unkept-warn]")];
let sent = null;

export const isField = (field) => field.matches("textarea, input:not([type=hidden])");
const isChanged = (field) => field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
export const isTyped = (form) => [...form.elements].some((field) => isField(field) && isChanged(field));
// Text that the server sent back as it was typed is not saved either.
const isUnkept = (form) => "unkept" in form.dataset || isTyped(form);

for (const form of forms) form.addEventListener("submit", () => (sent = form));
addEventListener("pageshow", () => (sent = null)); // the page is shown again by the back button
addEventListener("beforeunload", (event) => {
  if (!forms.some((form) => form !== sent && isUnkept(form))) return;
  event.preventDefault();
  sent = null; // an editor who stays has sent nothing
});
