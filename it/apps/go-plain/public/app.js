'use strict';

const stop = document.getElementById('stop');
const departures = document.getElementById('departures');

async function ask(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return response.json();
}

async function show() {
  const rows = await ask(`/api/stops/${encodeURIComponent(stop.value)}/departures`);
  departures.replaceChildren();
  for (const { line, to, at } of rows) {
    const row = departures.insertRow();
    for (const text of [at, line, to]) row.insertCell().textContent = text;
  }
}

async function start() {
  for (const { id, name } of await ask('/api/stops')) stop.add(new Option(name, id));
  stop.addEventListener('change', show);
  await show();
}

start().catch((problem) => {
  document.body.append(problem.message);
});
