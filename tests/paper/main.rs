//! Every printed paper: golden layouts, geometry of the finished PDF, workbooks read back.
mod ledgers;
