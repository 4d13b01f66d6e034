import { huts } from "../huts.js";

export function loader({ params }) {
  const hut = huts.find((one) => one.name === params.name);
  if (!hut) {
    throw new Response("no such hut", { status: 404 });
  }
  return hut;
}

export default function Hut({ loaderData }) {
  return <p>{`Höhe ${loaderData.height} m`}</p>;
}
