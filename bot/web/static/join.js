// Takes the invitation's token out of the address, so that no entry of this tab's history keeps it, and posts it.

const form = document.getElementById("invitation");

function open() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  form.elements.invitation.value = token;
  form.requestSubmit();
}

addEventListener("hashchange", open); // the link was pasted into the address of this page
open();
