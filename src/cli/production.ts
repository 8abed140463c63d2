// Imported before all else: GraphQL and Apollo read it as they are loaded, and check much beside their work without it.
process.env["NODE_ENV"] ??= "production";
