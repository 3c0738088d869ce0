import type { MantineColorsTuple } from '@mantine/core';

type Ramp = MantineColorsTuple;

const ink: Ramp = [
  '#e8eff9',
  '#d6e4f5',
  '#b4cbe9',
  '#9cc2f4',
  '#7fb0f0',
  '#4a84cf',
  '#1d57a6',
  '#174a90',
  '#123a72',
  '#0d2a54',
];
const gray: Ramp = [
  '#fafaf8',
  '#f4f4f1',
  '#ecebe7',
  '#e1e0db',
  '#cbcac4',
  '#94938d',
  '#66655f',
  '#46453f',
  '#2f2f2c',
  '#1d1d1b',
];
const dark: Ramp = [
  '#e9e9e7',
  '#b9bbbd',
  '#94979b',
  '#6d7076',
  '#42454a',
  '#2d2f33',
  '#202225',
  '#191a1c',
  '#151618',
  '#121315',
];
const bad: Ramp = [
  '#fbebe8',
  '#f6d5d0',
  '#ebbcb5',
  '#f3988d',
  '#e0695c',
  '#cc4a3c',
  '#b5291d',
  '#a3261b',
  '#6b322c',
  '#341b19',
];
const warn: Ramp = [
  '#fcf0dd',
  '#f6e0bd',
  '#e8cd9f',
  '#e6b264',
  '#d3922f',
  '#c2720a',
  '#a75c00',
  '#8a4b00',
  '#644a1c',
  '#30240f',
];
const good: Ramp = [
  '#e6f3e9',
  '#d0e8d6',
  '#b3d8be',
  '#7cc796',
  '#57ad77',
  '#3a9a61',
  '#2a8a50',
  '#1c6639',
  '#2b5538',
  '#15291c',
];
const wait: Ramp = [
  '#e2f1f3',
  '#cbe5e9',
  '#acd5db',
  '#74c3cf',
  '#45a3b2',
  '#3193a4',
  '#258496',
  '#17606d',
  '#245058',
  '#11292d',
];

/** The only hues of the product; Mantine's red, yellow, green and teal are aliases of the four meanings. */
export const colors = { ink, gray, dark, bad, warn, good, wait, red: bad, yellow: warn, green: good, teal: wait };
