'use strict';

// A Bitcoin node that ends with whoever started it, however that ends: its standard input closes then.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();

require('bcoin/bin/node');
