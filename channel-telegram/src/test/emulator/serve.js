// Runs the emulator on a free port, which it prints, until standard input closes.
const TelegramServer = require('telegram-test-api');

const emulator = new TelegramServer({host: '127.0.0.1'});
emulator.config.port = 0;
emulator.start().then(() => console.log(emulator.server.address().port));
process.stdin.on('end', () => process.exit()).resume();
