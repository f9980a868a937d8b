// An account is no patient.
// expect: conversion from 'Id<zk::AccountTag>' to non-scalar type 'Id<zk::PatientTag>'
#include "catalogue/grant.hpp"

zk::PatientId patient_of(zk::PatientId patient, [[maybe_unused]] zk::AccountId account)
{
#ifdef MUST_NOT_COMPILE
    zk::PatientId const out = account;
#else
    zk::PatientId const out = patient;
#endif
    return out;
}
