import { lazy } from "react";

// The charts, with the library that draws them, once a page shows one.
const charts = () => import("./charts.js");

export const ChangeChart = lazy(async () => ({ default: (await charts()).ChangeChart }));
export const WorkforceChart = lazy(async () => ({ default: (await charts()).WorkforceChart }));
export const TownChart = lazy(async () => ({ default: (await charts()).TownChart }));
