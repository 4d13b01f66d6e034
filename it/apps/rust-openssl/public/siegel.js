const letter = document.getElementById('letter');
const answer = document.getElementById('answer');

document.getElementById('seal').addEventListener('click', async () => {
  const response = await fetch('/api/seals', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ letter: letter.value }),
  });
  answer.textContent = response.ok ? (await response.json()).seal : `No seal: ${response.status}`;
});
