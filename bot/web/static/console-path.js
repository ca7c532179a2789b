// Where the console of this page is: the real one, or the one of practice. Each script that names an address of the console
// asks here, so that no page of practice reaches a real case.

const [before] = location.pathname.split("/console");

export const CONSOLE = `${before}/console`;
