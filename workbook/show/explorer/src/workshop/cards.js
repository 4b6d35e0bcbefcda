/** The cards of the roles, to be cut out and handed round. */

import { make } from "../dom.js";

/** @typedef {{id: string, title: string, seats: number, most: number, about: string, looks: string[], does: string[]}} Role */

/** @param {Role[]} roles */
export const drawCards = (roles) => make("article.role-cards", { "aria-label": "Role cards" }, ...roles.map(drawCard));

/** @param {Role} role */
const drawCard = ({ title, seats, most, about, looks, does }) => make("section.role-card", {},
  make("h6", {}, title), make("p.facts", {}, `${tellSeats(seats, most)} of this role`), make("p", {}, about),
  ...drawList("You look for", looks), ...drawList("You do", does));

/** @param {number} seats @param {number} most */
const tellSeats = (seats, most) => (most > seats ? `${seats} to ${most} ${most === 1 ? "seat" : "seats"}` : `${seats} ${seats === 1 ? "seat" : "seats"}`);

/** @param {string} name @param {string[]} lines */
const drawList = (name, lines) => (lines.length ? [make("p", {}, make("b", {}, name)), make("ul", {}, ...lines.map((words) => make("li", {}, words)))] : []);
