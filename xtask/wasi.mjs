// Runs a WASI module with its arguments: node wasi.mjs MODULE ARGUMENT…

import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [file, ...args] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1',
  args: [file, ...args],
  env: process.env,
  preopens: { '/': '/' },
});
const module = await WebAssembly.compile(await readFile(file));
// What the libc lacks (wasi.undefined): a thread is what there never is.
const EAGAIN = 6;
const env = {
  pthread_attr_init: () => 0,
  pthread_attr_setstacksize: () => 0,
  pthread_attr_destroy: () => 0,
  pthread_create: () => EAGAIN,
  pthread_join: () => EAGAIN,
  pthread_detach: () => EAGAIN,
};
const instance = await WebAssembly.instantiate(module, { ...wasi.getImportObject(), env });
process.exitCode = wasi.start(instance);
