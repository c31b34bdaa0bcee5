const stroke = (path: string, width: number, box = '0 0 24 24') =>
  `<svg viewBox="${box}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

/** Line drawings in the current colour; none of them is WeChat's artwork. */
export const icons = {
  back: stroke('<path d="M10.5 2.5 2.5 11l8 8.5"/>', 2, '0 0 13 22'),
  home: stroke('<path d="M4 11.2 12 4l8 7.2M6.2 9.6V19.5h11.6V9.6"/>', 1.6),
  more: '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><circle cx="4.6" cy="12" r="1.9"/><circle cx="12" cy="12" r="3"/><circle cx="19.4" cy="12" r="1.9"/></svg>',
  close:
    '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.6" fill="none" stroke="currentColor" stroke-width="2.4"/><circle cx="12" cy="12" r="3.2" fill="currentColor"/></svg>',
  share: stroke('<path d="M13.5 5.5 20 11.5l-6.5 6V14c-5 0-7.8 1.6-9.5 4.5.3-5.5 3.5-9.3 9.5-9.5z"/>', 1.6),
  setting: stroke(
    '<circle cx="12" cy="12" r="3"/><path d="M12 3.5v2.3M12 18.2v2.3M3.5 12h2.3M18.2 12h2.3M6 6l1.6 1.6M16.4 16.4 18 18M18 6l-1.6 1.6M7.6 16.4 6 18"/>',
    1.6,
  ),
  restart: stroke('<path d="M19 12a7 7 0 1 1-2.3-5.2M19.3 3.8v3.7h-3.7"/>', 1.6),
  success: stroke('<path d="M5 12.5l4.8 4.8L19.5 7"/>', 2),
  error: stroke('<circle cx="12" cy="12" r="9.2"/><path d="M12 7v6.2M12 16.6v.1"/>', 1.8),
  loading:
    '<svg viewBox="0 0 24 24" fill="none" stroke-width="2.6" aria-hidden="true"><circle cx="12" cy="12" r="9" stroke="currentColor" stroke-opacity=".25"/><path d="M12 3a9 9 0 0 1 9 9" stroke="currentColor" stroke-linecap="round"/></svg>',
  signal:
    '<svg viewBox="0 0 18 12" fill="currentColor" aria-hidden="true"><rect y="8" width="3" height="4" rx="1"/><rect x="5" y="5.5" width="3" height="6.5" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" width="3" height="12" rx="1"/></svg>',
  wifi: '<svg viewBox="0 0 16 12" fill="currentColor" aria-hidden="true"><path d="M8 9.2 10 11 8 12 6 11z"/><path d="M8 6.2c1.5 0 2.9.6 4 1.5l-1.4 1.5A4 4 0 0 0 8 8.2a4 4 0 0 0-2.6 1L4 7.7a6 6 0 0 1 4-1.5z"/><path d="M8 3.1c2.3 0 4.5.9 6.100 2.400l-1.400 1.500A6.900 6.900 0 0 0 8 5.100c-1.800 0-3.500.7-4.700 1.900L1.900 5.500A8.900 8.900 0 0 1 8 3.100z"/></svg>',
  offline: stroke(
    '<path d="M2 6c3.500-3 8.500-3 12 0M4.5 8.600c2-1.600 5-1.600 7 0M2.500 1.500l11 9.500"/>',
    1.5,
    '0 0 16 12',
  ),
  battery:
    '<svg viewBox="0 0 27 12" aria-hidden="true"><rect x=".5" y=".5" width="22" height="11" rx="3" fill="none" stroke="currentColor" stroke-opacity=".4"/><rect x="2" y="2" width="19" height="8" rx="1.8" fill="currentColor"/><path d="M24 4v4c.9-.3 1.5-1.1 1.5-2S24.900 4.300 24 4z" fill="currentColor" fill-opacity=".5"/></svg>',
} as const;
