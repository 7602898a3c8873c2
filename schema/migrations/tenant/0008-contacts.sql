-- who of a role there is: the contacts that a linked facility is shown
create index staff_of_role on staff (role_key, name);
