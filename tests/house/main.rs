//! The laws of the house as tests: who may ask whom, who may do what, what the schema is, how files look.
mod api;
mod files;
mod plan;
mod rights;
mod schema;
