// JSON is made of what a projection lets through, not of a field.
// expect: conversion from 'const zk::catalogue::Field
#include "catalogue/projection.hpp"

#include <nlohmann/json.hpp>

nlohmann::json json_of(
    zk::catalogue::Field<"patient.surname", std::string> const& surname, zk::catalogue::View const& view)
{
#ifdef MUST_NOT_COMPILE
    nlohmann::json out = surname;
#else
    nlohmann::json out = std::get<std::string>(view.find(surname.element().key)->value);
#endif
    return out;
}
