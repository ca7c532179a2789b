// Words that are not kept are not lost by a slip: who leaves a page with some in it is asked first.

const forms = [...document.querySelectorAll("form[data-unkept-warn]")];
let sent = null;

export const isField = (field) => field.matches("textarea, input:not([type=hidden])");
const isChanged = (field) => field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
export const isTyped = (form) => [...form.elements].some((field) => isField(field) && isChanged(field));
// What came back from the server as it was typed is not kept either.
const isUnkept = (form) => "unkept" in form.dataset || isTyped(form);

for (const form of forms) form.addEventListener("submit", () => (sent = form));
addEventListener("pageshow", () => (sent = null)); // shown again by going back
addEventListener("beforeunload", (event) => {
  if (!forms.some((form) => form !== sent && isUnkept(form))) return;
  event.preventDefault();
  sent = null; // who stays has sent nothing
});
