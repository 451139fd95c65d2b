"use strict";

// Before anything is painted: that scripts run, and how this reader wants the page.
{
  const root = document.documentElement;
  root.dataset.scripts = "";
  for (const name of ["theme", "units"]) {
    try {
      root.dataset[name] = localStorage.getItem(`claimcheck-${name}`) ?? root.dataset[name];
    } catch {
      // Storage may be forbidden; the page then is as it comes.
    }
  }
}
