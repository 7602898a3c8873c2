-- the list of the services that are out of use: few among many
create index services_out_of_use on services (code) where active = 0;
