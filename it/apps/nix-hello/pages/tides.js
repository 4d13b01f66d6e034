const answer = await fetch("/api/tides");
for (const tide of await answer.json()) {
  const item = document.createElement("li");
  item.textContent = `${tide.harbour}: ${tide.high}, ${tide.metres} m`;
  document.getElementById("tides").append(item);
}
