const KEY = 'playground-theme';

/** Whether the theme is light: the stored choice, else the system's. */
export function isLight(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'light' : matchMedia('(prefers-color-scheme: light)').matches;
}

/** Switches the theme, and stores the choice. */
export function toggleTheme(): void {
  set(isLight() ? 'dark' : 'light');
}

function set(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(KEY, theme);
}

const saved = localStorage.getItem(KEY);
if (saved === 'light' || saved === 'dark') document.documentElement.dataset['theme'] = saved;
