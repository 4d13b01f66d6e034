const answer = await fetch("/api/readings");
for (const reading of await answer.json()) {
  const item = document.createElement("li");
  item.textContent = `${reading.station}: ${reading.celsius} °C`;
  document.getElementById("readings").append(item);
}
