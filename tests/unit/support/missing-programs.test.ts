import { beforeEach, describe, expect, it, vi } from 'vitest';
import setUpProxies from '../../proxies/proxy-setup';
import { requireFirefox } from '../../support/firefox';
import { findOnPath, installPackage, installPackages, mayInstall } from '../../support/install';

vi.mock('../../support/install');
vi.mock('../../support/integration-setup', () => ({ default: async () => {} }));

/** What is on this machine's PATH. */
const installed = new Set<string>();
const debian: Record<string, string> = { 'firefox-esr': 'firefox-esr', varnish: 'varnishd' };

beforeEach(() => {
  vi.resetAllMocks();
  installed.clear();
  vi.mocked(findOnPath).mockImplementation((...names) => names.find((name) => installed.has(name)));
  vi.mocked(mayInstall).mockReturnValue(true);
  vi.mocked(installPackages).mockImplementation(async (names) => {
    for (const name of names) installed.add(debian[name] ?? name);
  });
  vi.mocked(installPackage).mockImplementation((name) => installPackages([name]));
});

describe('Firefox', () => {
  it('is used where it is', async () => {
    installed.add('firefox');
    expect(await requireFirefox()).toBe('firefox');
    expect(installPackage).not.toHaveBeenCalled();
  });

  it('is installed where that may be', async () => {
    expect(await requireFirefox()).toBe('firefox-esr');
    expect(installPackage).toHaveBeenCalledExactlyOnceWith('firefox-esr');
  });

  it('is asked for where nothing may be installed', async () => {
    vi.mocked(mayInstall).mockReturnValue(false);
    await expect(requireFirefox()).rejects.toThrow(/apt-get install firefox-esr.*elsewhere from https:/);
    expect(installPackage).not.toHaveBeenCalled();
  });

  it('is asked for where there is no such package', async () => {
    vi.mocked(installPackage).mockResolvedValue();
    await expect(requireFirefox()).rejects.toThrow('need a stock Firefox');
  });
});

describe('the proxies', () => {
  const others = ['nginx', 'caddy', 'haproxy', 'apache2'];

  it('are used where they are', async () => {
    for (const name of [...others, 'varnishd']) installed.add(name);
    await setUpProxies();
    expect(installPackages).not.toHaveBeenCalled();
  });

  it('that are missing are installed, and no others', async () => {
    for (const name of others) installed.add(name);
    await setUpProxies();
    expect(installPackages).toHaveBeenCalledExactlyOnceWith(['varnish']);
  });

  it('that are missing are named where nothing may be installed, or that failed', async () => {
    for (const name of others) installed.add(name);
    vi.mocked(installPackages).mockResolvedValue();
    await expect(setUpProxies()).rejects.toThrow('Install varnish.');
    vi.mocked(mayInstall).mockReturnValue(false);
    await expect(setUpProxies()).rejects.toThrow('Install varnish.');
    expect(installPackages).toHaveBeenCalledOnce();
  });
});
