import { useEffect } from "react";

/** The title of the browser's tab; null for the page that everything begins at. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? "Opphav" : `${title} · Opphav`;
  }, [title]);
}
