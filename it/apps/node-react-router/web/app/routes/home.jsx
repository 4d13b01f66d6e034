import { useEffect, useState } from "react";
import { Link } from "react-router";
import { huts } from "../huts.js";

export const meta = () => [{ title: "Skihütte" }];

export default function Home() {
  const [free, setFree] = useState([]);
  useEffect(() => {
    fetch("/api/beds")
      .then((answer) => answer.json())
      .then(setFree);
  }, []);
  return (
    <main>
      <h1>Skihütte</h1>
      {huts.map((hut) => (
        <p key={hut.name}>
          <Link to={`/hut/${hut.name}`}>{hut.name}</Link>
        </p>
      ))}
      {free.map((one) => (
        <p key={one.hut}>
          {one.hut}: {one.beds}
        </p>
      ))}
    </main>
  );
}
