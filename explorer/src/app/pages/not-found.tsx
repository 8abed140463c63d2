import { useWords } from "../language.js";

export function NotFoundPage() {
  const words = useWords();
  return <p>{words.notThere}</p>;
}
