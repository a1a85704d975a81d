const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// The first thing every command imports: an old Node would fail further on in words nobody understands.
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Signalbox needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
