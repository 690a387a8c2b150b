// The only types that the client may see of the server.
export {};
