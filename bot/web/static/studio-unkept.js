// Words that are not kept are not lost by a slip: who leaves a page with some in it is asked first.

const form = document.querySelector("form[data-unkept-warn]");
let isSent = false;

export const isField = (field) => field.matches("textarea, input:not([type=hidden])");
const isChanged = (field) => field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

form.addEventListener("submit", () => (isSent = true));
addEventListener("pageshow", () => (isSent = false)); // shown again by going back
addEventListener("beforeunload", (event) => {
  // What came back from the server as it was typed is not kept either.
  if (!isSent && ("unkept" in form.dataset || [...form.elements].some((field) => isField(field) && isChanged(field)))) event.preventDefault();
});
