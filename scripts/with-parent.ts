// Preloaded into the app's process: when the start command is gone, however it went, so is the app.
process.on("disconnect", () => process.exit(0));
