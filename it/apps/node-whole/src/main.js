const list = document.getElementById("goods");
for (const one of await (await fetch("/api/goods")).json()) {
  const row = document.createElement("li");
  row.textContent = `${one.name}: ${one.euros} €`;
  list.append(row);
}
