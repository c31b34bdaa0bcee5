/** `12,345`. */
export const count = (steps: number): string => String(steps).replace(/\B(?=(\d{3})+$)/g, ',');
