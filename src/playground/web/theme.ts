const KEY = 'playground-theme';

/** Whether the page is light now: as was chosen here, else as the system has it. */
export function isLight(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'light' : matchMedia('(prefers-color-scheme: light)').matches;
}

/** The other theme from now on, on this machine. */
export function toggleTheme(): void {
  set(isLight() ? 'dark' : 'light');
}

function set(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(KEY, theme);
}

const saved = localStorage.getItem(KEY);
if (saved === 'light' || saved === 'dark') document.documentElement.dataset['theme'] = saved;
