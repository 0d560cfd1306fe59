package dev.tertulia.gateway.console;

/**
 * What people see where there is no console, until there is. Without style and script, since the page may run neither.
 */
final class NotBuilt {
    static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="5"><title>Tertulia</title></head>
            <body>
            <h1>The console was not built</h1>
            <p>Tertulia runs, and its API is there: <a href="/docs">/docs</a>. Its web console needs Node.js 20 or newer and npm.
            Install them, then start <code>./dev up</code> again, which builds the console in <code>console/dist</code>.</p>
            <p>Elsewhere than in the local stack: build it with <code>npm ci</code> and <code>npm run build</code> in
            <code>console/</code>, and name its folder in <code>GATEWAY_CONSOLE_DIRECTORY</code>.</p>
            <div lang="es">
            <h1>La consola no está compilada</h1>
            <p>Tertulia funciona, y su API está en <a href="/docs">/docs</a>. La consola web necesita Node.js 20 o posterior y npm.
            Instálalos e inicia <code>./dev up</code> otra vez.</p>
            </div>
            </body>
            </html>
            """;

    private NotBuilt() {}
}
