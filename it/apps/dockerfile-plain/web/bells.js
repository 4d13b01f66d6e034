const list = document.getElementById("bells");
const answer = await fetch("/api/bells");
for (const bell of await answer.json()) {
  const item = document.createElement("li");
  item.textContent = `${bell.name}, ${bell.kilograms} kg`;
  list.append(item);
}
