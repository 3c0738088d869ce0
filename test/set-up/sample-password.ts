/** Password of the sample users in the browser journeys. */
export const SAMPLE_PASSWORD = 'lakeside-journeys-2026';
