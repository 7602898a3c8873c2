using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "main", worker = .bare), (name = "disk", disk = (path = "DIRECTORY", writable = true)) ],
  sockets = [
    (name = "public", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "internal", address = "127.0.0.1:0", http = (), service = "main"),
  ]
);

const bare :Workerd.Worker = (
  modules = [ (name = "worker", esModule = embed "worker.js") ],
  compatibilityDate = "2026-08-01",
  durableObjectNamespaces = [ (className = "Bare", uniqueKey = "bare", enableSql = true) ],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [ (name = "BARE", durableObjectNamespace = "Bare") ]
);
