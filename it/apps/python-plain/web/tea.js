const list = document.getElementById('teas');

async function ask(path, init) {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function item(tea) {
  const li = document.createElement('li');
  li.textContent = `${tea.name}: ${tea.minutes} minutes at ${tea.degrees} °C, ${tea.stars || 'no'} stars `;
  const button = document.createElement('button');
  button.textContent = 'Five stars';
  button.addEventListener('click', async () => {
    const rated = await ask(`/api/teas/${tea.number}/stars`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ stars: 5 }),
    });
    li.replaceWith(item(rated));
  });
  li.append(button);
  return li;
}

try {
  list.replaceChildren(...(await ask('/api/teas')).map(item));
} catch (problem) {
  list.textContent = problem.message;
}
