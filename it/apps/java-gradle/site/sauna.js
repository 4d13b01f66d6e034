const list = document.getElementById('saunas');

const response = await fetch(`/api/saunas/hot?at=${new Date().getHours()}`);
if (response.ok) {
  const hot = await response.json();
  list.replaceChildren(
    ...hot.map((sauna) => {
      const item = document.createElement('li');
      item.textContent = `${sauna.name}: ${sauna.degrees} °C until ${sauna.until}`;
      return item;
    }),
  );
} else {
  list.textContent = `The plan could not be read: ${response.status}`;
}
